// The YAML reader that the form opens files with; nothing else of it is needed.
export { isAlias, isMap, isScalar, isSeq, Lexer, parseAllDocuments } from "yaml";

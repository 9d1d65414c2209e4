// The YAML reader that the form opens files with; nothing else of it is needed.
export { Lexer, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";

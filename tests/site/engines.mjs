// Another engine than Chromium, led as its own protocol has it: Firefox by WebDriver BiDi, WebKit by its driver.
//
// `node engines.mjs firefox|webkit`; each line of the input is a task, each line of the output what came of it:
// `["open", address]`, `["run", script]` (the body of a function whose value is JSON), `["keys", signs]` (to what has the
// focus), `["faults"]` (what no script of the page caught; WebKit tells none). A task that failed gives `{"failed": why}`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const NARROW = { width: 360, height: 740 };
const folder = mkdtempSync(`${process.env.TMPDIR ?? "/tmp"}/engine-`);
const own = [];

/** A program that ends with this one; `heard` is found in what it says, once it is ready. */
const begin = (program, words, heard, env = {}) => {
  const begun = spawn(program, words, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  own.push(begun);
  return new Promise((resolve, reject) => {
    const hear = (text) => heard.exec(text) && resolve(heard.exec(text)[1]);
    for (const stream of begun.stdio.slice(1)) stream.on("data", (bytes) => hear(String(bytes)));
    begun.on("error", reject);
    begun.on("exit", () => reject(new Error(`${program} ended`)));
  });
};

const typed = (signs) => [
  {
    type: "key",
    id: "keys",
    actions: [...signs].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value }))),
  },
];

/** Debian's Firefox has the protocol in itself. */
const firefox = async () => {
  const words = ["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", folder];
  const said = /BiDi listening on (\S+)/;
  const at = await begin("firefox-esr", words, said).catch(() => begin("firefox", words, said));
  const socket = new WebSocket(`${at}/session`);
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
  const waiting = new Map();
  const faults = [];
  socket.onmessage = ({ data }) => {
    const { id, method, params, result, message } = JSON.parse(data);
    if (method === "log.entryAdded" && params.type === "javascript" && params.level === "error")
      faults.push(params.text);
    const [resolve, reject] = waiting.get(id) ?? [];
    if (result) resolve?.(result);
    else reject?.(new Error(message));
  };
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(waiting.size, [resolve, reject]);
      socket.send(JSON.stringify({ id: waiting.size - 1, method, params }));
    });
  await ask("session.new", { capabilities: {} });
  await ask("session.subscribe", { events: ["log.entryAdded"] });
  const [{ context }] = (await ask("browsingContext.getTree", {})).contexts;
  await ask("browsingContext.setViewport", { context, viewport: NARROW });
  return {
    open: (url) => ask("browsingContext.navigate", { context, url, wait: "complete" }),
    run: async (script) => {
      const expression = `(async () => { ${script} })().then((value) => JSON.stringify(value ?? null))`;
      const { result, exceptionDetails } = await ask("script.evaluate", {
        target: { context },
        awaitPromise: true,
        expression,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    },
    keys: (signs) => ask("input.performActions", { context, actions: typed(signs) }),
    faults: () => faults.splice(0),
    end: () => ask("browser.close", {}),
  };
};

/** Debian's driver of WebKit leads a small browser with windows, which needs a screen to draw on. */
const webkit = async () => {
  const screen = await begin("Xvfb", ["-displayfd", "3", "-nolisten", "tcp", "-screen", "0", "800x900x24"], /^(\d+)\n/);
  const port = 20_000 + (process.pid % 20_000);
  const surroundings = { DISPLAY: `:${screen}`, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1" };
  begin("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], /$^/, surroundings).catch(() => {
    // The first task tells.
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message);
    return value;
  };
  const first = async (left) =>
    ask("POST", "", { capabilities: {} }).catch((fault) =>
      left ? pause(200).then(() => first(left - 1)) : Promise.reject(fault),
    );
  const { sessionId } = await first(50);
  await ask("POST", `/${sessionId}/window/rect`, NARROW);
  return {
    open: (url) => ask("POST", `/${sessionId}/url`, { url }),
    run: async (script) => {
      const whole = `const [told] = arguments; (async () => { ${script} })().then((value) => told([value ?? null]), (fault) => told(String(fault)));`;
      const value = await ask("POST", `/${sessionId}/execute/async`, { script: whole, args: [] });
      if (typeof value === "string") throw new Error(value);
      return value[0];
    },
    keys: (signs) => ask("POST", `/${sessionId}/actions`, { actions: typed(signs) }),
    faults: () => [],
    end: () => ask("DELETE", `/${sessionId}`),
  };
};

const tell = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const ended = (program) => program.exitCode !== null || new Promise((resolve) => program.on("exit", resolve));
/** Whatever was begun ends; what they had written goes once nobody writes any more. */
const end = async (begun) => {
  await begun?.end().catch(() => {
    // It has ended already.
  });
  for (const program of own.reverse()) program.kill();
  await Promise.race([Promise.all(own.map(ended)), pause(10_000)]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};
const engine = await { firefox, webkit }[process.argv[2]]().catch(async (fault) => {
  await end();
  throw fault;
});
tell({ value: "ready" });
for await (const line of createInterface({ input: process.stdin })) {
  const [task, ...words] = JSON.parse(line);
  try {
    tell({ value: (await engine[task](...words)) ?? null });
  } catch (fault) {
    tell({ failed: String(fault) });
  }
}
await end(engine);
process.exit();

import { createParaphraser } from "./paraphraser.ts";

// The paraphraser as a process on 127.0.0.1: `node services/provider/testing/runParaphraser.ts PORT`. Point OPENAI_BASE_URL at it, with /v1.

const port = Number(process.argv[2] ?? 8099);
createParaphraser().listen(port, "127.0.0.1", () => {
  console.log(`paraphraser listens on http://127.0.0.1:${port}/v1`);
});

import { Hono } from "hono";

// Ponder wants an API. Others read the views by SQL, so this one has only Ponder's own /health, /ready and /status.
export default new Hono();

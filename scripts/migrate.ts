// npm run migrate: brings the database at DATABASE_URL to the newest schema. The embedded stack does it by itself.
import { sql } from "../lib/db/client.ts";
import { migrate } from "../lib/db/migrate.ts";

const applied = await migrate(sql());
console.log(applied.length > 0 ? `applied ${applied.join(", ")}` : "nothing to apply");
await sql().end();

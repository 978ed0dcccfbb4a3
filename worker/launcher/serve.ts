import { launch } from "./launch.ts";

// `npm run serve`: a real instance.
await launch("reelle");

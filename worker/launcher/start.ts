import { launch } from "./launch.ts";

// `npm start`: the demonstration.
await launch("demonstration");

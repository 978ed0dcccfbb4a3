import { configureGlobal } from "fast-check";

// A property that fails prints its own seed and path as well; this one repeats the whole run.
configureGlobal({ seed: Number(process.env["SEED"]) });

import "./styles/index.css";
import { render } from "solid-js/web";
import { CoactionApp } from "./app.tsx";
import { bringLostStyles } from "./ui/late-part.ts";

bringLostStyles();
const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
render(() => <CoactionApp />, root);

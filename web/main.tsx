import "./styles/index.css";
import { render } from "solid-js/web";
import { CoactionApp } from "./app.tsx";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
render(() => <CoactionApp />, root);

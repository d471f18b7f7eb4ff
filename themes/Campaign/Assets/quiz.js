// The player of a quiz. Loaded on quiz pages alone; without it, or where it fails, the page works as it is.
import { startPlayer } from "./js/quiz/player.js";
import { isLate, settle } from "./js/settle.js";

const form = document.querySelector("[data-quiz]");
if (form) startPlayer(form, isLate());
settle();

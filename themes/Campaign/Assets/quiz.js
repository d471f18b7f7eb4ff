// The player of a quiz. Loaded on quiz pages alone; without it, or where it fails, the page works as it is.
import { keepForOffline } from "./js/quiz/offline.js";
import { startPlayer } from "./js/quiz/player.js";

const form = document.querySelector("[data-quiz]");
if (form) startPlayer(form);
const worker = document.querySelector("[data-offline]");
if (worker) keepForOffline(new URL(worker.dataset.offline, location.href).href);

// A quiz in a hall or on a public screen. Loaded there alone; without it the questions follow each other.
import { startPresenter } from "./js/show/presenter.js";
import { startRotation } from "./js/show/rotation.js";
import { offerFullscreen } from "./js/show/slides.js";

const stage = document.querySelector("[data-show]");
if (stage) {
  for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;
  stage.dataset.show === "screen" ? startRotation(stage) : startPresenter(stage);
  stage.dataset.on = "";
  offerFullscreen(stage);
}

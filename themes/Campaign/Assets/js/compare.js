const widest = 0.03;

/** Lays the second of two pictures over the first, with a slider below that says how much of it is seen. Pictures of unlike shapes stay side by side. */
export function layOver() {
  for (const pair of document.querySelectorAll("[data-compare]")) {
    const pictures = [...pair.querySelectorAll("img")];
    if (pictures.length === 2 && areAlike(...pictures)) offer(pair);
  }
}

function areAlike(one, other) {
  const [first, second] = [one, other].map((picture) => picture.getAttribute("width") / picture.getAttribute("height"));
  return Math.abs(first / second - 1) < widest;
}

function offer(pair) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.value = 50;
  slider.setAttribute("aria-label", pair.dataset.compare);
  slider.addEventListener("input", () => show(pair, slider));
  for (const figure of pair.querySelectorAll("figure")) {
    figure.addEventListener("pointerdown", (event) => point(event, pair, slider));
    figure.addEventListener("pointermove", (event) => event.buttons === 1 && point(event, pair, slider));
    figure.addEventListener("dragstart", (event) => event.preventDefault());
  }
  pair.classList.add("compare");
  pair.append(slider);
  show(pair, slider);
}

function point(event, pair, slider) {
  const box = pair.querySelector("img").getBoundingClientRect();
  slider.value = Math.round((event.clientX - box.left) / box.width * 100);
  show(pair, slider);
}

function show(pair, slider) {
  pair.style.setProperty("--cut", `${slider.value}%`);
  slider.setAttribute("aria-valuetext", `左边${slider.value}%是整改前，右边是整改后`);
}

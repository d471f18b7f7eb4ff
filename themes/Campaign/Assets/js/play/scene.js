/** Counts what a reader finds in a picture, by tapping it or by ticking the list; the answers are on the page. */
export function lookForHazards() {
  const scene = document.querySelector("[data-scene]");
  if (!scene) return;
  const said = scene.querySelector("[data-said]");
  const answers = scene.querySelector("[data-answers]");
  const check = scene.querySelector("[data-check]");
  const ticks = [...scene.querySelectorAll("[data-tick]")];
  const areas = new Map([...scene.querySelectorAll("[data-spot]")].map((area) => [area.dataset.spot, area]));
  const spots = new Map([...answers.querySelectorAll("li[id]")].map((spot) => [spot.id, spot]));
  const hazards = [...spots.values()].filter((spot) => Number(spot.dataset.points) > 0);
  const most = hazards.reduce((sum, spot) => sum + Number(spot.dataset.points), 0);
  const found = new Set();

  check.hidden = false;
  scene.classList.add("is-playing");
  for (const [id, area] of areas) {
    area.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      tap(id);
    });
  }

  scene.querySelector(".scene-picture")?.addEventListener("click", () => say("这里没有看到隐患，再找找别处。"));
  check.querySelector("button").addEventListener("click", compare);

  function tap(id) {
    const spot = spots.get(id);
    const title = spot.querySelector("h3").textContent;
    const points = Number(spot.dataset.points);
    areas.get(id).classList.add(points > 0 ? "is-found" : "is-safe");
    if (points === 0) return say(`没有问题：${title}。`);
    const isNew = !found.has(id);
    found.add(id);
    ticks.find((tick) => tick.dataset.tick === id).checked = true;
    say(`${isNew ? "找到了" : "已经找到"}：${title}，${points}分。${score()}`);
  }

  // The list counts as it is ticked when the answers are asked for: a thing that is no hazard takes nothing away, but is said.
  function compare() {
    found.clear();
    const wrong = [];
    for (const tick of ticks) {
      const spot = spots.get(tick.dataset.tick);
      if (!tick.checked) continue;
      if (Number(spot.dataset.points) > 0) found.add(spot.id);
      else wrong.push(spot.querySelector("h3").textContent);
    }

    for (const spot of hazards) areas.get(spot.id)?.classList.add(found.has(spot.id) ? "is-found" : "is-missed");
    for (const spot of spots.values()) spot.classList.toggle("is-missed", hazards.includes(spot) && !found.has(spot.id));
    say(`${score()}${wrong.length > 0 ? `其实没有问题：${wrong.join("、")}。` : ""}`);
    answers.open = true;
  }

  function score() {
    const points = hazards.filter((spot) => found.has(spot.id)).reduce((sum, spot) => sum + Number(spot.dataset.points), 0);
    return `${hazards.length}处找到${found.size}处，${most}分得${points}分。`;
  }

  function say(words) {
    said.textContent = words;
  }
}

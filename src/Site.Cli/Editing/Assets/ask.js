const key = document.querySelector("meta[name=page-key]").content;
export const viewOrigin = document.querySelector("meta[name=view-origin]")?.content;
const command = document.querySelector("meta[name=command]")?.content ?? "site edit";

/** Asks the program. Gives its answer; throws an error with a message for people. */
export async function ask(name, question = {}) {
  return send(`/api/${name}`, "application/json", JSON.stringify(question));
}

/** Sends a file. */
export async function sendFile(name, query, file) {
  return send(`/api/${name}?${new URLSearchParams(query)}`, "application/octet-stream", file);
}

async function send(address, type, body) {
  let response;
  try {
    response = await fetch(address, { method: "POST", headers: { "content-type": type, "x-page-key": key }, body });
  } catch {
    throw new Error(`程序没有回答：它可能已经关了。您写的内容还在这个页面里，请先复制出来，再重新运行 ${command}。`);
  }
  if (!response.ok) throw new Error((await response.text()).trim());
  const answer = await response.json();
  if (answer.failure) throw new Error(answer.failure);
  return answer;
}

// What is asked of the server: always of the one that sent this page.

export class Refused extends Error {
  constructor(status, body) {
    super(body.error ?? `the server answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

export async function get(path, query = {}) {
  return answered(await fetch(`${path}?${new URLSearchParams(query)}`, { credentials: "same-origin" }));
}

export async function post(path, body = {}, options = {}) {
  return answered(
    await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...options,
    }),
  );
}

const words = `<noscript>
<div style="max-width: 30rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif">
<h1>Page not found</h1>
<p>Check the address, or go back to the start. What was here may have been removed.</p>
<p><a href="/">Go to the start page</a></p>
</div>
</noscript>`;

/** Says to a browser without scripts that a page is not there, where Next sends an empty document for its scripts to fill. */
export async function sayNotFound(response: Response): Promise<Response> {
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  if (response.status !== 404 || !isPage) return response;
  const document = await response.text();
  const said = document.replace(/^<!DOCTYPE html><html id="__next_error__">.*?<body>/s, (before) => before + words);
  const answer = new Response(said, response);
  answer.headers.delete("content-length");
  return answer;
}

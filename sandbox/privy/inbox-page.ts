import { testAccount } from './options'

/** Where a newcomer reads the codes that a real Privy would have sent by email. */
export const inboxPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Inbox · Privy sandbox</title>
<style>
  :root { --page: #f6f4f1; --raised: #fff; --text: #241f1a; --soft: #5c554d; --line: #e2ddd6; --accent: #00636a; }
  @media (prefers-color-scheme: dark) {
    :root { --page: #191714; --raised: #2a2622; --text: #f0ede8; --soft: #bdb6ad; --line: #38332e; --accent: #85d0d1; }
  }
  body { margin: 0 auto; max-width: 40rem; padding: 48px 20px; background: var(--page); color: var(--text); font: 16px/1.5 ui-sans-serif, system-ui, sans-serif; }
  h1 { font-size: 1.75rem; letter-spacing: -0.03em; margin: 0 0 4px; }
  p { margin: 0; color: var(--soft); }
  code { font-family: ui-monospace, monospace; }
  ol { list-style: none; margin: 28px 0; padding: 0; display: grid; gap: 8px; }
  li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 14px 18px; border: 1px solid var(--line); border-radius: 14px; background: var(--raised); overflow-wrap: anywhere; }
  li b { margin-left: auto; font: 500 1.5rem ui-monospace, monospace; letter-spacing: 0.16em; color: var(--accent); }
  li time { color: var(--soft); font-size: 0.8125rem; }
  .empty { padding: 28px 18px; border: 1px dashed var(--line); border-radius: 14px; margin: 28px 0; text-align: center; }
</style>
<main>
  <h1>Inbox</h1>
  <p>No email leaves this machine: the sign-in codes appear here, the newest first.</p>
  <ol aria-live="polite" hidden></ol>
  <p class="empty">No code yet. Ask for one on the sign-in page, and it appears here by itself.</p>
  <p>The test account <code>${testAccount.email}</code> always has the code <code>${testAccount.code}</code>.</p>
</main>
<script>
  const list = document.querySelector('ol')
  const empty = document.querySelector('.empty')
  let shown = ''
  const row = ({ to, code, at }) => {
    const item = document.createElement('li')
    const time = document.createElement('time')
    time.textContent = new Date(at).toLocaleTimeString()
    const strong = document.createElement('b')
    strong.textContent = code
    item.append(to, time, strong)
    return item
  }
  const load = async () => {
    try {
      const text = await (await fetch('/__sandbox/codes')).text()
      if (text === shown) return
      shown = text
      const codes = JSON.parse(text)
      list.hidden = codes.length === 0
      empty.hidden = codes.length > 0
      list.replaceChildren(...codes.map(row))
    } catch {}
  }
  load()
  setInterval(load, 1000)
</script>
</html>`

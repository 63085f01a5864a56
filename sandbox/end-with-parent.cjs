// Loaded into Next's process by the launcher. Its channel closes when the launcher is gone, however
// it went; without this Next would keep the port and the database of the next start.
function end(signal) {
  try {
    process.kill(-process.pid, signal)
  } catch {
    process.exit(0) // Windows has no process groups.
  }
}

process.once('disconnect', () => {
  end('SIGTERM')
  // Next stops listening and then waits for every connection: a page that keeps asking over one
  // that is open already would hold it up for ever.
  setTimeout(end, 3_000, 'SIGKILL').unref()
})

// Loaded into Next's process by the launcher. Its channel closes when the launcher is gone, however
// it went; without this Next would keep the port and the database of the next start.
process.once('disconnect', () => {
  try {
    process.kill(-process.pid, 'SIGTERM')
  } catch {
    process.exit(0)
  }
})

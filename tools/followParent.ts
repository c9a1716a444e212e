/** Loaded before a server by `--import`: when the process that started it is gone, even by kill -9, the server stops as by SIGTERM. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// only the end of the channel matters: it must not keep a finished process alive
process.channel?.unref()

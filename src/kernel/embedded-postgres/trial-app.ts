import { Client } from 'pg'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'

// An application to be killed by the tests: starts the database, says where it is, and stops it when told to.
const database = await startEmbeddedPostgres({
  dataDirectory: process.argv[2]!,
  onStep: (step) => say({ step }),
})
say({ processId: database.processId(), connection: database.connection })
const awake = setInterval(() => undefined, 60_000)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    const client = new Client(database.connection)
    await client.connect()
    await client.query('select 1')
    await client.end()
    await database.stop()
    clearInterval(awake)
    say({ answeredAndStopped: true })
  })
}

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

// Writes the types of all tables from a migrated database: `node test/generate-types.ts`, or `--check` to compare only.
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '#kernel/embedded-postgres'
import { typesOf } from './postgres/table-types.ts'
import { makeTemplate, cloneDatabase, type Superuser } from './postgres/template.ts'

const target = join(import.meta.dirname, '../src/kernel/database.gen.ts')
const url = process.env['REMIT_TEST_POSTGRES_URL']
if (url) await generate({ connectionString: url })
else {
  const directory = await mkdtemp(join(tmpdir(), 'remit-types-'))
  const postgres = await startEmbeddedPostgres({ dataDirectory: join(directory, 'data') })
  try {
    await generate(postgres.connection)
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function generate(superuser: Superuser): Promise<void> {
  const database = await cloneDatabase(await makeTemplate(superuser))
  const client = new pg.Client(database.owner)
  await client.connect()
  try {
    const text = await typesOf(client)
    if (!process.argv.includes('--check')) writeFileSync(target, text)
    else if (readFileSync(target, 'utf8') !== text) {
      process.stderr.write('src/kernel/database.gen.ts differs from the migrations: run npm run types\n')
      process.exitCode = 1
    }
  } finally {
    await client.end()
    await database.drop()
  }
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policySchemaFile } from './schema.ts'

writeFileSync(join(import.meta.dirname, '..', '..', 'resources', 'policy.schema.json'), policySchemaFile())

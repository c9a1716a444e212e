import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

interface DeviceOf {
  personId: string
  /** The id the device gave itself. */
  device: string
}

const deviceKey = statement('device-key', 'SELECT key FROM device_key WHERE person_id = $1 AND device = $2', {
  key: col.bytea,
})

/** The key that a person's device seals its keeping with (32 bytes); null where the device has none. */
export const readDeviceKey = async (tx: Queryable, { personId, device }: DeviceOf): Promise<Buffer | null> => {
  const rows = await tx.query(deviceKey, [personId, device])
  return rows[0]?.key ?? null
}

const deviceKeyPut = statement(
  'device-key-put',
  'INSERT INTO device_key (person_id, device, key, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
)

/** Keeps a key where there is none; one that is there stays, whatever is proposed. */
export const putDeviceKey = async (
  tx: Queryable,
  { personId, device, key, now }: DeviceOf & { key: Buffer; now: Date },
): Promise<void> => {
  await tx.query(deviceKeyPut, [personId, device, key, now])
}

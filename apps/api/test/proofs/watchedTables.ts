import { openDatabase } from '@sepakat/db'

/** A row that was written: as it is now (null: deleted) and as it was (null: new). */
export interface RowChange {
  table: string
  row: Record<string, unknown> | null
  was: Record<string, unknown> | null
}
/** What is left when refusals that history keeps are taken away: they are all that a refused request may write. */
export const withoutRefusals = (changes: RowChange[]): RowChange[] =>
  changes.filter(({ table, row }) => {
    if (table === 'event') return !String(row?.type).endsWith('.refused')
    return table !== 'event_head' || !String(row?.stream).startsWith('access/')
  })
export interface WatchedTables {
  /** Rows written since it was last asked. A transaction that was rolled back wrote none. */
  changes: () => Promise<RowChange[]>
  /** Puts back all that was written since the watch began, so that whatever comes next finds the rows as they were. */
  restore: () => Promise<void>
  close: () => Promise<void>
}

/** Written with every request, or computed again at any time: nothing a request stores. */
const quiet = ['last_seen_at', 'last_used_at', 'updated_at', 'progress', 'progress_version', 'stale']
/** A process keeps the versions it has read, since none ever changes: taken back, their numbers would be given twice. */
const lasting = ['form_version']

const watch = (quietly: string[]) => `
  CREATE SCHEMA kept;
  CREATE UNLOGGED TABLE kept.change (n bigserial, "table" text, "row" jsonb, was jsonb);
  CREATE FUNCTION kept.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  DECLARE now jsonb; was jsonb;
  BEGIN
    IF TG_OP <> 'DELETE' THEN now := to_jsonb(NEW) - '{${quietly}}'::text[]; END IF;
    IF TG_OP <> 'INSERT' THEN was := to_jsonb(OLD) - '{${quietly}}'::text[]; END IF;
    IF now IS DISTINCT FROM was THEN
      INSERT INTO kept.change ("table", "row", was) VALUES (TG_TABLE_NAME, now, was);
    END IF;
    RETURN NULL;
  END $$`
const keep = (table: string) => `
  CREATE TABLE kept."${table}" AS TABLE public."${table}";
  CREATE TRIGGER kept AFTER INSERT OR UPDATE OR DELETE ON public."${table}" FOR EACH ROW EXECUTE FUNCTION kept.note()`
const putBack = (table: string) => `
  DELETE FROM public."${table}"; INSERT INTO public."${table}" SELECT * FROM kept."${table}"`
/** They follow from other tables, of which progress may have been computed again without being put back. */
const makeLines = 'DELETE FROM report_line; INSERT INTO report_line SELECT * FROM report_line_source'

/** Watches every table of a database of its own, as its superuser: triggers note what is written, a copy says how it was. */
export const watchTables = async (superuserUrl: string): Promise<WatchedTables> => {
  const db = openDatabase({ url: superuserUrl, max: 1 })
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND c.relname <> '_prisma_migrations'`,
  )
  await db.pool.query([watch(quiet), ...tables.map(({ name }) => keep(name))].join(';'))
  const written = new Set<string>()
  const changes = async (): Promise<RowChange[]> => {
    const { rows } = await db.pool.query<RowChange & { n: string }>('DELETE FROM kept.change RETURNING *')
    for (const { table } of rows) written.add(table)
    return rows.sort((a, b) => Number(a.n) - Number(b.n)).map(({ table, row, was }) => ({ table, row, was }))
  }
  return {
    changes,
    restore: async () => {
      await changes()
      const wanted = [...written].filter(table => !lasting.includes(table))
      written.clear()
      if (wanted.length === 0) return
      // As a replica neither the guards of history nor foreign keys nor the watch itself look on.
      const silently = `BEGIN; SET LOCAL session_replication_role = replica; ${[...wanted.map(putBack), makeLines].join(';')}; COMMIT`
      await db.pool.query(silently)
    },
    close: () => db.close(),
  }
}

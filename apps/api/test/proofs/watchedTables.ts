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
/** Tells programs of changed rows, those of quiet columns too: the rows themselves are noted. */
const following = 'feed_entry'
/** A process keeps the versions it has read, since none ever changes: taken back, their numbers would be given twice. */
const lasting = ['form_version']

/** Rows are noted twice: as JSON for who asks what was written, and as PostgreSQL's own text, which gives back every type exactly. */
const watch = `
  CREATE SCHEMA kept;
  CREATE UNLOGGED TABLE kept.change (n bigserial, "table" text, "row" jsonb, was jsonb, new_text text, old_text text, told boolean DEFAULT false);
  CREATE TABLE kept.undoing ("table" text PRIMARY KEY, statements text);
  CREATE FUNCTION kept.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  DECLARE now jsonb; was jsonb; new_text text; old_text text;
  BEGIN
    IF TG_OP <> 'DELETE' THEN now := to_jsonb(NEW) - '{${quiet}}'::text[]; new_text := NEW::text; END IF;
    IF TG_OP <> 'INSERT' THEN was := to_jsonb(OLD) - '{${quiet}}'::text[]; old_text := OLD::text; END IF;
    IF new_text IS DISTINCT FROM old_text THEN
      IF now IS NOT DISTINCT FROM was THEN now := NULL; was := NULL; END IF;
      INSERT INTO kept.change ("table", "row", was, new_text, old_text) VALUES (TG_TABLE_NAME, now, was, new_text, old_text);
    END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION kept.restore() RETURNS void LANGUAGE plpgsql AS $$
  DECLARE undoing record;
  BEGIN
    FOR undoing IN SELECT u.statements FROM kept.undoing u WHERE EXISTS (SELECT 1 FROM kept.change c WHERE c."table" = u."table")
    LOOP EXECUTE undoing.statements; END LOOP;
    DELETE FROM kept.change;
  END $$`
const keep = (table: string) =>
  `CREATE TRIGGER kept AFTER INSERT OR UPDATE OR DELETE ON public."${table}" FOR EACH ROW EXECUTE FUNCTION kept.note()`

/** Takes away every row that was written and puts those that were there first back: the oldest note of a key says how it was. */
const undo = ({ name, key }: Table) => {
  const all = (each: (column: string) => string, between = ', ') => key.map(column => each(`"${column}"`)).join(between)
  const notes = (text: string, kept = text) =>
    `SELECT n AS kept_n, (${text}::public."${name}").*, ${kept} AS kept_row FROM kept.change WHERE "table" = '${name}' AND ${text} IS NOT NULL`
  return `
    DELETE FROM public."${name}" t USING (${notes('new_text')}) written WHERE ${all(c => `t.${c} = written.${c}`, ' AND ')};
    INSERT INTO public."${name}" SELECT (kept_row::public."${name}").* FROM (
      SELECT DISTINCT ON (${all(c => c)}) kept_row FROM (${notes('old_text')} UNION ALL ${notes('new_text', 'NULL')}) notes
      ORDER BY ${all(c => c)}, kept_n, kept_row NULLS LAST) first
    WHERE kept_row IS NOT NULL`
}

interface Table {
  name: string
  /** Columns of its primary key. */
  key: string[]
}

/** Watches every table of a database of its own, as its superuser: triggers note what is written, with which it is put back. */
export const watchTables = async (superuserUrl: string): Promise<WatchedTables> => {
  const db = openDatabase({ url: superuserUrl, max: 1 })
  const { rows: tables } = await db.pool.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text) AS key FROM pg_class c
     JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
     GROUP BY c.relname`,
  )
  await db.pool.query([watch, ...tables.map(({ name }) => keep(name))].join(';'))
  for (const table of tables.filter(({ name }) => !lasting.includes(name)))
    await db.pool.query('INSERT INTO kept.undoing VALUES ($1, $2)', [table.name, undo(table)])
  return {
    changes: async () => {
      const { rows } = await db.pool.query<RowChange & { n: string }>(
        'UPDATE kept.change SET told = true WHERE NOT told RETURNING n, "table", "row", was',
      )
      const seen = rows
        .filter(({ table, row, was }) => (row ?? was) && table !== following)
        .sort((a, b) => Number(a.n) - Number(b.n))
      return seen.map(({ table, row, was }) => ({ table, row, was }))
    },
    restore: async () => {
      // As a replica neither the guards of history nor foreign keys nor the watch itself look on.
      await db.pool.query('BEGIN; SET LOCAL session_replication_role = replica; SELECT kept.restore(); COMMIT')
    },
    close: () => db.close(),
  }
}

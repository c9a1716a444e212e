import { createHash } from 'node:crypto'
import type { Queryable } from '../../database.ts'
import { col, statement } from '../../statement.ts'
import { accountRights, tableRights } from './rightsSql.ts'

/** What protects the tables, by name (`trigger event.event_append_only`), as text that is the same wherever it is the same. */
export type Guards = Record<string, string>

// another schema may hold a function of the same name

const triggers = `
  SELECT 'trigger ' || c.relname || '.' || t.tgname AS name, concat_ws(' ', CASE t.tgenabled WHEN 'O' THEN 'on' WHEN 'A' THEN 'on' WHEN 'R' THEN 'on replicas' ELSE 'off' END,
    'kind ' || t.tgtype, 'calls ' || CASE WHEN p.pronamespace <> 'public'::regnamespace THEN p.pronamespace::regnamespace || '.' ELSE '' END || p.proname,
    CASE WHEN t.tgnargs > 0 THEN 'with ' || encode(t.tgargs, 'escape') END, (SELECT 'of ' || string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum = ANY (t.tgattr)), 'when ' || substring(pg_get_triggerdef(t.oid) from ' WHEN (.*) EXECUTE ')) AS text
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
  WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace`

/** The triggers by which PostgreSQL itself keeps references. */
const references = `
  SELECT 'references ' || c.relname AS name, CASE WHEN bool_and(t.tgenabled IN ('O', 'A')) THEN 'on' ELSE 'off' END AS text
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE t.tgisinternal AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`

const rules = `
  SELECT 'rule ' || c.relname || '.' || r.rulename AS name, pg_get_ruledef(r.oid) AS text
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN' AND c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'filter ' || relname, 'on' FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`

const functions = `
  SELECT 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
         concat_ws(' ', l.lanname, CASE WHEN p.prosecdef THEN 'as its owner' END, array_to_string(p.proconfig, ' '), p.prosrc) AS text
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')`

const bounds = `
  SELECT 'bound ' || c.relname || '.' || k.conname AS name, pg_get_constraintdef(k.oid) AS text
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype IN ('c', 'f', 'p', 'u') AND c.relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'bound ' || c.relname || '.' || i.relname, CASE WHEN x.indisvalid THEN pg_get_indexdef(i.oid) ELSE 'off' END
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid WHERE x.indisunique AND i.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid)
  UNION ALL
  SELECT 'filled ' || c.relname, string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE a.attnotnull AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`

/** Tables of another schema that are read and written in place of ours, by their names alone. */
const hidden = `
  SELECT 'hidden ' || c.relname AS name, 'by ' || to_regclass(quote_ident(c.relname))::text AS text FROM pg_class c
  WHERE c.relkind IN ('r', 'p', 'v') AND c.relnamespace = 'public'::regnamespace AND to_regclass(quote_ident(c.relname)) <> c.oid`

const texts = { triggers, references, rules, functions, bounds, hidden, tableRights, accountRights }
const columns = { name: col.text.notNull('begins with a constant'), text: col.text.notNull('a guard has a text') }
const guardStatements = Object.entries(texts).map(
  ([name, text]) => [name, statement(`guards-${name}`, text, columns)] as const,
)

/** What the database at hand has, with what an account may do in it. Nothing of it needs more rights than reading. */
export const guardsOf = async (db: Queryable, account: string): Promise<Guards> => {
  const guards: Guards = {}
  for (const [name, guard] of guardStatements) {
    const values = name.endsWith('Rights') ? [account] : []
    for (const row of await db.query(guard, values))
      guards[row.name] = name === 'functions' ? digest(row.text) : row.text
  }
  return Object.fromEntries(Object.entries(guards).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const digest = (text: string): string =>
  `sha256 ${createHash('sha256').update(text.replaceAll('\r', '')).digest('hex')}`

import { createHash } from 'node:crypto'
import type { Queryable } from '../../database.ts'

/** What protects the tables, by name (`trigger event.event_append_only`), as text that is the same wherever it is the same. */
export type Guards = Record<string, string>

const triggers = `
  SELECT 'trigger ' || c.relname || '.' || t.tgname AS name, concat_ws(' ', CASE t.tgenabled WHEN 'O' THEN 'on' WHEN 'A' THEN 'on' WHEN 'R' THEN 'on replicas' ELSE 'off' END,
    'kind ' || t.tgtype, 'calls ' || p.proname, (SELECT 'of ' || string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum = ANY (t.tgattr)), 'when ' || pg_get_expr(t.tgqual, t.tgrelid)) AS text
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
  UNION ALL SELECT 'row security ' || relname, 'on' FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`

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
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid)`

/** What the account may do with each table and view, from whomever it has the right; `$1` the account. */
const rights = `
  WITH tables AS (SELECT oid, relname, relkind, relowner, relacl FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace),
  may AS (
    SELECT t.relname, r."right", r.n FROM tables t
    CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) WITH ORDINALITY r("right", n)
    WHERE has_table_privilege($1, t.oid, r."right")
    UNION ALL
    SELECT t.relname, r."right" || ' (' || a.attname || ')', 10 + a.attnum FROM tables t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE']) r("right")
    WHERE has_column_privilege($1, t.oid, a.attnum, r."right") AND NOT has_table_privilege($1, t.oid, r."right")
    UNION ALL
    SELECT t.relname, 'OWNER', 9 FROM tables t WHERE pg_has_role($1, t.relowner, 'MEMBER')
  )
  SELECT 'right ' || t.relname AS name, COALESCE((SELECT string_agg(m."right", ', ' ORDER BY m.n, m."right") FROM may m WHERE m.relname = t.relname), 'none') AS text
  FROM tables t
  UNION ALL
  SELECT 'right account', COALESCE(concat_ws(', ', CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
    CASE WHEN rolcreatedb THEN 'CREATEDB' END, CASE WHEN rolreplication THEN 'REPLICATION' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
    CASE WHEN has_schema_privilege($1, 'public', 'CREATE') THEN 'CREATE' END,
    (SELECT string_agg('sets ' || s, ', ') FROM pg_db_role_setting d, unnest(d.setconfig) s WHERE d.setrole IN (0, r.oid) AND s LIKE 'session_replication_role=%')), '')
  FROM pg_roles r WHERE rolname = $1`

/** What the database at hand has, with what an account may do in it. Nothing of it needs more rights than reading. */
export const guardsOf = async (db: Queryable, account: string): Promise<Guards> => {
  const guards: Guards = {}
  const statements = { triggers, references, rules, functions, bounds, rights }
  for (const [name, sql] of Object.entries(statements)) {
    const rows = await db.query<{ name: string; text: string }>(
      `guards-${name}`,
      sql,
      name === 'rights' ? [account] : [],
    )
    for (const row of rows) guards[row.name] = name === 'functions' ? digest(row.text) : row.text
  }
  return Object.fromEntries(Object.entries(guards).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const digest = (text: string): string =>
  `sha256 ${createHash('sha256').update(text.replaceAll('\r', '')).digest('hex')}`

import { appRole } from '../../migrate/appAccount.ts'

/** What the account `$1` may do with each table, view and sequence, no matter who granted the right. */
export const tableRights = `
  WITH tables AS (SELECT oid, relname, relowner FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND relnamespace = 'public'::regnamespace),
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
  FROM tables t`

/** Names of whatever has no schema of PostgreSQL's own. SQL over the namespace `n`. */
const others = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`

/**
 * What else the account `$1` may do: by itself, as a role that it can become, and through what runs as somebody else (functions
 * `SECURITY DEFINER`, views that write). Settings by which triggers rest, or names mean other tables, count as rights.
 */
export const accountRights = `
  WITH RECURSIVE me AS (SELECT * FROM pg_roles WHERE rolname = $1),
  roles(oid) AS (SELECT oid FROM me UNION SELECT m.roleid FROM pg_auth_members m JOIN roles r ON r.oid = m.member),
  may AS (
    SELECT CASE WHEN r.oid = me.oid THEN a.name ELSE 'MEMBER OF ' || r.rolname END AS "right" FROM roles JOIN pg_roles r USING (oid) CROSS JOIN me
    LEFT JOIN LATERAL (VALUES ('SUPERUSER', r.rolsuper), ('CREATEROLE', r.rolcreaterole), ('CREATEDB', r.rolcreatedb),
      ('REPLICATION', r.rolreplication), ('BYPASSRLS', r.rolbypassrls)) a(name, has) ON r.oid = me.oid AND a.has WHERE r.rolname <> '${appRole}' OR r.oid = me.oid
    UNION SELECT 'CREATE' WHERE has_schema_privilege($1, 'public', 'CREATE')
    UNION SELECT 'SET session_replication_role' WHERE has_parameter_privilege($1, 'session_replication_role', 'SET')
    UNION SELECT 'pengaturan session_replication_role=' || reset_val FROM pg_settings WHERE name = 'session_replication_role' AND reset_val <> 'origin'
    UNION SELECT 'pengaturan ' || replace(s, ', ', ',') FROM pg_db_role_setting d, unnest(d.setconfig) s WHERE (d.setrole = 0 OR d.setrole IN (SELECT oid FROM roles))
      AND d.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())) AND s ~ '^(session_replication_role|search_path|role)='
    UNION SELECT CASE WHEN pg_has_role($1, p.proowner, 'MEMBER') THEN 'OWNER ' ELSE 'EXECUTE ' END || n.nspname || '.' || p.proname
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${others} AND CASE WHEN pg_has_role($1, p.proowner, 'MEMBER')
      THEN n.nspname = 'public' ELSE p.prosecdef AND has_schema_privilege($1, n.oid, 'USAGE') AND has_function_privilege($1, p.oid, 'EXECUTE') END
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
    UNION SELECT w || ' ' || n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) w WHERE c.relkind = 'v' AND ${others} AND NOT pg_has_role($1, c.relowner, 'MEMBER')
      AND has_schema_privilege($1, n.oid, 'USAGE') AND (has_table_privilege($1, c.oid, w) OR w <> 'DELETE' AND has_any_column_privilege($1, c.oid, w))
  )
  SELECT 'account' AS name, COALESCE(string_agg("right", ', ' ORDER BY "right"), '') AS text FROM may`

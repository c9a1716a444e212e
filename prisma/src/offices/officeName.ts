/** SQL: the region's calendar day. A subquery of its own, so that a statement asks once and not for each row. */
export const regionToday = '(SELECT region_day(now()))'

/** SQL that ends a subquery of `office_span`: the one of a day; before them all, the first. */
export const spanOfDay = (day: string): string =>
  `ORDER BY "from" <= ${day} DESC, CASE WHEN "from" <= ${day} THEN "from" END DESC, "from" LIMIT 1`

/**
 * SQL for a lateral subquery: what an office is called today (`name`, `short_name`); one that does not exist yet, as it will be last.
 * In two parts, of which the index gives each its one row: sorting one row takes longer than finding it. A hot road gives its
 * `today` as a parameter: `region_day` costs some 30 µs a statement.
 */
export const officeName = (office: string, today = regionToday): string => {
  const last = (when: string) =>
    `(SELECT w.name, w.short_name FROM office_span w WHERE w.office_id = ${office}${when} ORDER BY w."from" DESC LIMIT 1)`
  return `(SELECT * FROM (${last(` AND w."from" <= ${today}`)} UNION ALL ${last('')}) w LIMIT 1)`
}

/** What a chart shows as a table: a name a column, and rows of as many values. */
export interface ChartTable { columns: string[]; rows: (string | number | null)[][] }

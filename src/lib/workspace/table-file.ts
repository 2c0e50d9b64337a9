/** What a table on the screen becomes as a file. */
export { tableCsv } from '#lib/exchange/table-csv.ts';

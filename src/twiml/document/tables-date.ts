/** When the tables of elements, attributes and values were last compared with Twilio's pages and libraries. */
export const TABLES_DATE = 'November 2026';

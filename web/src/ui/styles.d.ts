/** Style sheets that are imported for what they do, not for what they export. */
declare module '*.css';
declare module '@fontsource-variable/ibm-plex-sans';

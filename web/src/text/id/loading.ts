export const loadingText = { loading: 'Memuat …' } as const;

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// The pages are served under a policy without inline script or style (see README.md), so nothing may be inlined.
export default defineConfig({
  base: '/static/dist/ui/',
  publicDir: false,
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: 'target/classes/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2022',
    rollupOptions: { input: ['flow.html', 'user.html'] },
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'https://id.example.test/if/flow/sign-in/?next=%2Fapp' } },
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
  },
})

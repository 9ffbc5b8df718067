// Lint rules of our own, for what no ready-made rule can say.

/** `new Date()` and `Date()` read the clock; `new Date(value)` is a pure conversion and stays allowed. */
const noCurrentDate = {
  meta: { type: 'problem' },
  create(context) {
    const check = (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
      if (node.type === 'NewExpression' && node.arguments.length > 0) return;
      context.report({ node, message: 'shared is pure: time comes in as an argument.' });
    };
    return { NewExpression: check, CallExpression: check };
  },
};

/** A chart file holds recharts (and its weight): it may be imported dynamically, or for its types. */
const lazyCharts = {
  meta: { type: 'problem' },
  create(context) {
    return {
      ImportDeclaration(node) {
        if (node.importKind === 'type' || !/-chart(\.tsx)?$/.test(node.source.value)) return;
        context.report({ node, message: 'Load a chart with lazy(() => import(…)), after the table is readable.' });
      },
    };
  },
};

export default {
  meta: { name: 'patuh' },
  rules: { 'no-current-date': noCurrentDate, 'lazy-charts': lazyCharts },
};

import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ledger green, light to dark. What is drawn comes from `tokens.css`; components only need to know the name. */
const accent: MantineColorsTuple = [
  '#e4f0e9',
  '#cbe3d6',
  '#a3cfb8',
  '#7cc6a2',
  '#68b892',
  '#3f9870',
  '#27805b',
  '#1d6a4c',
  '#17573e',
  '#10412e',
];

const sm = { defaultProps: { size: 'sm' } };

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  colors: { accent },
  fontFamily: 'var(--font)',
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Checkbox: sm,
    DateInput: sm,
    // Hints below, so that fields beside each other stand in line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    MultiSelect: sm,
    NumberInput: sm,
    PasswordInput: sm,
    Select: sm,
    Switch: sm,
    TagsInput: sm,
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
    TextInput: sm,
    Modal: { defaultProps: { centered: true, overlayProps: { color: 'transparent' } } },
  },
});

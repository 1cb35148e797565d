// A page that reads from right to left.
document.documentElement.dir = 'rtl';

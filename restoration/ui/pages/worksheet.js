const print_button = document.getElementById('print');
print_button.hidden = false;
print_button.addEventListener('click', () => print());

// props.value: {html}
function show() {
  if (present(element.querySelector('.remember'))) element.querySelector('.remember-shown').innerHTML = props.value.html;
}

watch(['value', 'answered'], show);
show();

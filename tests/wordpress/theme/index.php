<?php
/**
 * The least that a theme does. In: the page asked for. Out: its text between what plugins add.
 */
?>
<!doctype html>
<html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><?php wp_head(); ?></head>
<body><main>
<?php
while ( have_posts() ) {
	the_post();
	the_content();
}
?>
</main><?php wp_footer(); ?></body>
</html>

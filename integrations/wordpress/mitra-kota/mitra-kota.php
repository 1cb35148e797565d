<?php
/**
 * Plugin Name:       Mitra Kota
 * Description:       A city's partner map and filter list, as a block and as the shortcode [mitra_kota].
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       mitra-kota
 *
 * In: attributes of a block or shortcode, and the plain list between them. Out: the element
 * <mitra-kota> with that list inside, and the script that takes its place once it has painted.
 *
 * @package MitraKota
 */

defined( 'ABSPATH' ) || exit;

/** Attributes of the element; for each what it may be: one of a list, or a pattern. */
const MITRA_KOTA_TAKEN = array(
	'lang'       => array( 'id', 'en', 'ja', 'ko' ),
	'home'       => '/^[a-z0-9 -]{1,200}$/',
	'view'       => array( 'list', 'map' ),
	'theme'      => array( 'auto', 'light', 'dark' ),
	'worldview'  => array( 'id', 'iso', 'jp', 'kr' ),
	'projection' => array( 'equal-earth', 'mercator', 'globe' ),
	'url-state'  => array( 'hash', 'none' ),
	'id'         => '/^[A-Za-z][A-Za-z0-9_-]{0,63}$/',
);

add_action( 'init', 'mitra_kota_register' );
add_filter( 'the_content', 'mitra_kota_seek' );

/** Registers script, block and shortcode. */
function mitra_kota_register() {
	wp_register_script(
		'mitra-kota-editor',
		plugins_url( 'editor.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
		'0.1.0',
		true
	);
	register_block_type( __DIR__, array( 'render_callback' => 'mitra_kota_block' ) );
	add_shortcode( 'mitra_kota', 'mitra_kota_shortcode' );
}

/** The block: what was put into it is the plain list. */
function mitra_kota_block( $attributes, $content ) {
	$named              = $attributes;
	$named['url-state'] = isset( $attributes['urlState'] ) ? $attributes['urlState'] : '';
	$named['id']        = isset( $attributes['anchor'] ) ? $attributes['anchor'] : '';
	return mitra_kota_element( $named, $content );
}

/** The shortcode; WordPress has no hyphens in the names of its attributes. */
function mitra_kota_shortcode( $attributes, $content = '' ) {
	$named = array();
	foreach ( (array) $attributes as $name => $value ) {
		$named[ str_replace( '_', '-', $name ) ] = $value;
	}
	// WordPress makes paragraphs before it looks for shortcodes: half of one is left at either end.
	$content = preg_replace( '#^\s*(</p>|<br />)|<p>\s*$#', '', (string) $content );
	return mitra_kota_element( $named, do_shortcode( $content ) );
}

/** The element; whatever is no known value is left out. */
function mitra_kota_element( $named, $content ) {
	mitra_kota_enqueue();
	$html = '<mitra-kota';
	$src  = mitra_kota_own( isset( $named['src'] ) ? $named['src'] : '' );
	if ( '' !== $src ) {
		$html .= ' src="' . esc_url( $src ) . '"';
	}
	foreach ( MITRA_KOTA_TAKEN as $name => $allowed ) {
		$value = isset( $named[ $name ] ) ? $named[ $name ] : '';
		if ( mitra_kota_known( $value, $allowed ) ) {
			$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
		}
	}
	return $html . '>' . mitra_kota_plain( $content, $src, $named ) . '</mitra-kota>';
}

/** Is it a text, and one that is allowed? */
function mitra_kota_known( $value, $allowed ) {
	if ( ! is_string( $value ) || '' === $value ) {
		return false;
	}
	return is_array( $allowed ) ? in_array( $value, $allowed, true ) : 1 === preg_match( $allowed . 'D', $value );
}

/**
 * The address of a dataset if it is this site's own, else nothing: no author shall show someone else's
 * records under the name of the city. The filter `allowed_redirect_hosts` names further hosts.
 */
function mitra_kota_own( $src ) {
	return is_string( $src ) && '' !== $src ? wp_validate_redirect( $src, '' ) : '';
}

/** What is read without scripts: the author's list, else that of the bundled dataset, else a link. */
function mitra_kota_plain( $content, $src, $named ) {
	if ( '' !== trim( (string) $content ) ) {
		return $content;
	}
	if ( '' !== $src ) {
		return '<p><a href="' . esc_url( $src ) . '">' . esc_html( basename( $src ) ) . '</a></p>';
	}
	$lang = isset( $named['lang'] ) && mitra_kota_known( $named['lang'], MITRA_KOTA_TAKEN['lang'] ) ? $named['lang'] : 'id';
	$file = __DIR__ . '/plain/' . $lang . '.html';
	return is_readable( $file ) ? (string) file_get_contents( $file ) : '';
}

/** Whoever may not write the element may write `<div data-mitra-kota>`; it needs the script too. */
function mitra_kota_seek( $content ) {
	if ( false !== strpos( $content, 'data-mitra-kota' ) ) {
		mitra_kota_enqueue();
	}
	return $content;
}

/** The script, as a module, on pages that have the widget. */
function mitra_kota_enqueue() {
	$address = plugins_url( 'files/mitra-kota.js', __FILE__ );
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'mitra-kota', $address, array(), '0.1.0' );
		return;
	}
	// Before WordPress 6.5 only the tag itself can say that it is a module.
	wp_enqueue_script( 'mitra-kota', $address, array(), '0.1.0', true );
	add_filter( 'script_loader_tag', 'mitra_kota_module_tag', 10, 2 );
}

/** `type="module"` for our script alone. */
function mitra_kota_module_tag( $tag, $handle ) {
	if ( 'mitra-kota' !== $handle || false !== strpos( $tag, 'type="module"' ) ) {
		return $tag;
	}
	return str_replace( '<script ', '<script type="module" ', preg_replace( '/ type=([\'"])text\/javascript\1/', '', $tag ) );
}

<?php
/**
 * Makes a site of a WordPress with an empty database: the plugin, and a page for each way in, written by
 * a contributor and published by an administrator.
 *
 * In: SITE, the folder of the WordPress, and ADDRESS, where it will be asked for. Out:
 * as JSON, the versions, whether the contributor may write any HTML, and the pages: address and what was kept.
 */

define( 'WP_INSTALLING', true );
$folder = getenv( 'SITE' );
$site   = getenv( 'ADDRESS' );
$_SERVER['HTTP_HOST'] = parse_url( $site, PHP_URL_HOST ) . ':' . parse_url( $site, PHP_URL_PORT );
require $folder . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Kota Contoh', 'admin', 'admin@example.org', true, '', 'password' );
update_option( 'siteurl', $site );
update_option( 'home', $site );
$problem = activate_plugin( 'mitra-kota/mitra-kota.php' );
if ( is_wp_error( $problem ) ) {
	fwrite( STDERR, $problem->get_error_message() );
	exit( 1 );
}
mitra_kota_register();
$writer = wp_create_user( 'penulis', 'password', 'penulis@example.org' );
( new WP_User( $writer ) )->set_role( 'contributor' );

/** Saves a page as a user, and publishes it as the administrator; gives its address and what was kept. */
function page( $user, $content ) {
	wp_set_current_user( $user );
	kses_init();
	$id = wp_insert_post( array( 'post_title' => 'Kerja sama', 'post_content' => wp_slash( $content ), 'post_status' => 'pending' ) );
	wp_set_current_user( 1 );
	kses_init();
	wp_publish_post( $id );
	return array( 'address' => home_url( "/?p=$id" ), 'saved' => get_post( $id )->post_content );
}

$attributes = 'lang="en" src="/records.json" home="kota-contoh" onclick="alert(1)" style="x"';
$div        = '<div data-mitra-kota data-lang="en" data-src="/records.json" data-url-state="none" lang="en"><p>The plain list</p></div>';
echo json_encode( array(
	'version'  => get_bloginfo( 'version' ),
	'php'      => PHP_VERSION,
	'any_html' => user_can( $writer, 'unfiltered_html' ),
	'pages'    => array(
		'shortcode' => page( $writer, "[mitra_kota $attributes]<ul><li>The plain list</li></ul>[/mitra_kota]" ),
		'bare'      => page( $writer, '[mitra_kota lang="en"]' ),
		'hostile'   => page( $writer, '[mitra_kota lang="en&quot; onload=x" view="<b>" id="a b" src="https://example.org/records.json" home="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"]' ),
		'block'     => page( $writer, '<!-- wp:mitra-kota/widget {"lang":"en","src":"/records.json","urlState":"none","view":"map"} --><!-- wp:paragraph --><p>The plain list</p><!-- /wp:paragraph --><!-- /wp:mitra-kota/widget -->' ),
		'kses'      => page( $writer, "<mitra-kota $attributes><p>Stripped</p></mitra-kota>$div<script type=\"module\" src=\"/x.js\"></script>" ),
	),
) );

// The block in the editor: its attributes in the panel at the side, the plain list as its content.
// In: WordPress's own libraries. Out: a registered block; what visitors get is made by mitra-kota.php.
( ( { blocks, blockEditor, components, element, i18n } ) => {
	const { createElement: el } = element;
	const { __ } = i18n;
	const choices = {
		lang: [ 'id', 'en', 'ja', 'ko' ],
		view: [ 'list', 'map' ],
		theme: [ 'auto', 'light', 'dark' ],
		worldview: [ 'id', 'iso', 'jp', 'kr' ],
		projection: [ 'equal-earth', 'mercator', 'globe' ],
		urlState: [ 'hash', 'none' ],
	};
	const texts = {
		src: __( 'Address of the dataset, on this site', 'mitra-kota' ),
		home: __( 'Homes, parted by blanks', 'mitra-kota' ),
	};

	const edit = ( { attributes, setAttributes } ) => {
		const common = ( name ) => ( {
			key: name,
			label: texts[ name ] ?? name,
			value: attributes[ name ],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
		} );
		const fields = Object.keys( texts ).map( ( name ) => el( components.TextControl, common( name ) ) );
		const lists = Object.entries( choices ).map( ( [ name, values ] ) => el( components.SelectControl, {
			...common( name ),
			options: [ '', ...values ].map( ( value ) => ( { value, label: value || '–' } ) ),
		} ) );
		return el( 'div', blockEditor.useBlockProps(),
			el( blockEditor.InspectorControls, null,
				el( components.PanelBody, { title: 'Mitra Kota' }, ...fields, ...lists ) ),
			el( 'p', null, __( 'Mitra Kota. Put the plain list here: it is read where no script runs.', 'mitra-kota' ) ),
			el( blockEditor.InnerBlocks ) );
	};

	blocks.registerBlockType( 'mitra-kota/widget', {
		edit,
		save: () => el( blockEditor.InnerBlocks.Content ),
	} );
} )( window.wp );

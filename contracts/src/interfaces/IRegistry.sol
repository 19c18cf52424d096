// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// What an asset is. The order is part of the ABI: add at the end only.
enum Kind {
    Datanet,
    Model,
    Agent,
    Provider,
    Gateway,
    Attributor,
    Validator
}

/// Basis points of a fee. Whatever the four leave of 10,000 is the protocol's, at least `minProtocolBps`.
struct Split {
    uint16 provider;
    uint16 owner;
    uint16 contributors;
    uint16 stakers;
}

/// @title Registry
/// @notice Datanets, models, providers, gateways, attributors and validators are one kind of thing: an owned (ERC-721), versioned asset
/// with parents. State holds only what contracts read; lineage, URIs and licences are events, bound by a hash chain.
interface IRegistry {
    event Registered(uint256 indexed id, Kind indexed kind, address indexed owner);
    event Published(uint256 indexed id, uint32 version, bytes32 contentHash, uint256[] parents, string uri);
    /// @param at When the split starts to hold, in seconds.
    event SplitSet(uint256 indexed id, Split split, uint256 at);

    /// @param to Who is to have what `owner` earns, from the next epoch's snapshot on; zero for `owner` itself.
    event PayoutSet(address indexed owner, address indexed to);

    error Registry_NotOwner(uint256 id, address caller);
    error Registry_UnknownAsset(uint256 id);
    error Registry_UnknownParent(uint256 parent);
    /// @param sumBps The four shares plus the protocol's least share; must be at most 10,000.
    error Registry_BadSplit(uint256 sumBps);

    /// @notice Creates an asset at version 1, owned by the caller. Its split holds at once.
    /// @param parents Existing assets this one is made from.
    /// @return id Sequential, from 1.
    function register(
        Kind kind,
        Split calldata split,
        bytes32 contentHash,
        uint256[] calldata parents,
        string calldata uri
    ) external returns (uint256 id);

    /// @notice Publishes the next version. Only the owner.
    /// @param parents Existing assets, not the asset itself.
    function publish(uint256 id, bytes32 contentHash, uint256[] calldata parents, string calldata uri) external;

    /// @notice Announces a split; it holds after `NOTICE`, so that nobody's next epoch is repriced behind its back. Only the owner.
    /// @dev A second announcement before then replaces the first and starts the notice anew.
    function setSplit(uint256 id, Split calldata split) external;

    /// @notice Redirects what the caller earns. An event only: the attributor reads it at an epoch's snapshot block.
    function setPayout(address to) external;

    /// @notice Sets the protocol's least share of a fee for splits set from now on: 0 to 1,000 basis points. Only governance.
    function setMinProtocolBps(uint16 bps) external;

    /// @notice Reverts with ERC721NonexistentToken for an unknown asset.
    function ownerOf(uint256 id) external view returns (address);
    function kindOf(uint256 id) external view returns (Kind);
    function versionOf(uint256 id) external view returns (uint32);

    /// @notice The hash chain over every published version: head' = keccak256(abi.encode(head, contentHash, parents, uri)).
    function headOf(uint256 id) external view returns (bytes32);

    /// @notice The split that holds now.
    function splitOf(uint256 id) external view returns (Split memory);

    /// @notice The number of assets; also the newest id.
    function count() external view returns (uint256);

    /// @notice The protocol's least share of any fee, in basis points.
    function minProtocolBps() external view returns (uint16);

    /// @notice Datanet number 1: owned by nobody (the registry itself), seeded at genesis.
    function COMMONS() external view returns (uint256);
}
